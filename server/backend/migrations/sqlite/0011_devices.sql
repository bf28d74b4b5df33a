-- The kiosks of a site: which there are, whether they are paired, how they are.

create table device (
    id text not null primary key,
    site text not null,
    -- What staff calls it, and where it stands; the latter may be empty.
    name text not null,
    place text not null,
    created_at integer not null,
    -- SHA-256 of the secret in its cookie; null while no kiosk is paired.
    cookie blob unique,
    -- When it was last paired, and when that ended.
    paired_at integer,
    unpaired_at integer,
    -- CSS pixels to a metre of its screen, and that screen in CSS pixels; null until it is measured.
    px_per_metre integer,
    screen_width integer,
    screen_height integer,
    -- What its last sign of life said, by our clock; null before the first since it was paired.
    seen_at integer,
    touched_at integer,
    programme text,
    bundle text,
    -- When it was first heard of with this bundle.
    bundle_since integer,
    -- Until when its screen is blank for cleaning.
    cleaning_until integer,
    -- When the administrators were told of its silence; null once it is back.
    alarmed_at integer
) strict;
create index device_site on device (site, name);

-- When it ran without a network (offline), or nothing was heard of it while it was open (silent).
create table device_outage (
    device text not null references device (id) on delete cascade,
    kind text not null,
    from_at integer not null,
    until_at integer not null,
    primary key (device, kind, from_at)
) strict;
create index device_outage_until on device_outage (until_at);

-- Signs of life that told more than that it lives: each counts once, however often it is sent.
create table device_batch (
    device text not null references device (id) on delete cascade,
    batch text not null,
    received_at integer not null,
    primary key (device, batch)
) strict;
create index device_batch_received on device_batch (received_at);

-- Codes that kiosks show at this moment.
create table pairing_code (
    -- SHA-256 of the eight characters.
    code blob not null primary key,
    -- SHA-256 of the secret that becomes the device's.
    kiosk blob not null,
    expires_at integer not null
) strict;
create index pairing_code_kiosk on pairing_code (kiosk);
create index pairing_code_expires on pairing_code (expires_at);
