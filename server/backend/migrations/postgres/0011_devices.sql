-- The kiosks of a site: which there are, whether they are paired, how they are.

create table device (
    id text not null primary key,
    site text not null,
    -- What staff calls it, and where it stands; the latter may be empty.
    name text not null,
    place text not null,
    created_at bigint not null,
    -- SHA-256 of the secret in its cookie; null while no kiosk is paired.
    cookie bytea unique,
    -- When it was last paired, and when that ended.
    paired_at bigint,
    unpaired_at bigint,
    -- CSS pixels to a metre of its screen, and that screen in CSS pixels; null until it is measured.
    px_per_metre bigint,
    screen_width bigint,
    screen_height bigint,
    -- What its last sign of life said, by our clock; null before the first since it was paired.
    seen_at bigint,
    touched_at bigint,
    programme text,
    bundle text,
    -- When it was first heard of with this bundle.
    bundle_since bigint,
    -- Until when its screen is blank for cleaning.
    cleaning_until bigint,
    -- When the administrators were told of its silence; null once it is back.
    alarmed_at bigint
);
create index device_site on device (site, name);

-- When it ran without a network (offline), or nothing was heard of it while it was open (silent).
create table device_outage (
    device text not null references device (id) on delete cascade,
    kind text not null,
    from_at bigint not null,
    until_at bigint not null,
    primary key (device, kind, from_at)
);
create index device_outage_until on device_outage (until_at);

-- Signs of life that told more than that it lives: each counts once, however often it is sent.
create table device_batch (
    device text not null references device (id) on delete cascade,
    batch text not null,
    received_at bigint not null,
    primary key (device, batch)
);
create index device_batch_received on device_batch (received_at);

-- Codes that kiosks show at this moment.
create table pairing_code (
    -- SHA-256 of the eight characters.
    code bytea not null primary key,
    -- SHA-256 of the secret that becomes the device's.
    kiosk bytea not null,
    expires_at bigint not null
);
create index pairing_code_kiosk on pairing_code (kiosk);
create index pairing_code_expires on pairing_code (expires_at);
