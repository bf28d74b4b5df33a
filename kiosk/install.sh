#!/bin/bash
# Makes the screen in the room of a bare computer with Debian 12 or 13. Can be run as often as you
# like: it changes what is different and nothing else.
#
#   sudo ./install.sh https://werkbank.example.de
#
# With KIOSK_ROOT=folder it only lays the files below that folder: how the tests look at them.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
root=${KIOSK_ROOT:-}
conf=$root/etc/werkbank-kiosk.conf

say() { printf '%s\n' "$*"; }
fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

# https://werkbank.example.de, with or without /kiosk at its end.
origin=${1:-}
origin=${origin%/}
origin=${origin%/kiosk}
if [[ -z $origin && -f $conf ]]; then
  origin=$(sed -n 's|^KIOSK_URL=\(.*\)/kiosk$|\1|p' "$conf")
fi
[[ -n $origin ]] || fail 'Bitte die Adresse der Werkbank nennen: ./install.sh https://werkbank.example.de'
[[ $origin =~ ^https://[A-Za-z0-9.-]+(:[0-9]+)?$ || $origin =~ ^http://(localhost|127\.0\.0\.1)(:[0-9]+)?$ ]] ||
  fail "Die Adresse muss mit https:// beginnen und nach dem Namen enden: $origin"

packages=(
  # The session: X server, window manager, and what turns the picture.
  xserver-xorg xserver-xorg-legacy xinit openbox x11-xserver-utils xinput dbus-user-session
  # The browser, its emergency letters, and how it is asked whether the server is there.
  chromium fonts-dejavu-core curl procps
  # Reading aloud in German.
  speech-dispatcher speech-dispatcher-espeak-ng espeak-ng alsa-utils
  # Security updates by themselves.
  unattended-upgrades
)

# Lays a file if it is not there yet as it should be.
lay() {
  local mode=$1 from=$2 to=$root$3
  if ! cmp --silent "$from" "$to" || [[ $(stat --format=%a "$to") != "$mode" ]]; then
    install -D --mode="$mode" "$from" "$to"
    say "$3"
  fi
}

# The same for a text.
lay_text() {
  local mode=$1 to=$2 text
  text=$(mktemp)
  cat >"$text"
  lay "$mode" "$text" "$to"
  rm -f "$text"
}

if [[ -z $root ]]; then
  [[ $(id -u) == 0 ]] || fail 'Bitte mit sudo starten.'
  grep -qE '^(12|13)([./]|$)|bookworm|trixie' /etc/debian_version || fail 'Das Skript kennt Debian 12 und 13.'
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${packages[@]}"
  if ! id kiosk >/dev/null 2>&1; then
    useradd --create-home --shell /usr/sbin/nologin --comment 'Digitale Werkbank' kiosk
  fi
  usermod --append --groups audio,video,input kiosk
fi

for program in session browser screen; do
  lay 755 "$here/$program" "/usr/local/lib/werkbank-kiosk/$program"
done
lay 755 "$here/open" /usr/local/bin/werkbank-kiosk-open
lay 644 "$here/openbox.xml" /usr/local/share/werkbank-kiosk/openbox.xml
for file in "$here"/waiting/*; do
  lay 644 "$file" "/usr/local/share/werkbank-kiosk/waiting/${file##*/}"
done
lay 644 "$here/werkbank-kiosk.service" /etc/systemd/system/werkbank-kiosk.service
lay 644 "$here/xorg.conf" /etc/X11/xorg.conf.d/20-werkbank-kiosk.conf
lay 644 "$here/voice.conf" /etc/speech-dispatcher/speechd.conf

# What was set on this computer stays; only the address is renewed.
if [[ ! -f $conf ]]; then
  lay 644 "$here/werkbank-kiosk.conf" /etc/werkbank-kiosk.conf
fi
sed "s|^KIOSK_URL=.*|KIOSK_URL=$origin/kiosk|" "$conf" | lay_text 644 /etc/werkbank-kiosk.conf

# Only this address opens, and its host with it: the list matches below a host without a path, too.
sed "s|@ORIGIN@|$origin|" "$here/policy.json" |
  lay_text 644 /etc/chromium/policies/managed/werkbank-kiosk.json

# The X server is started by a service, not by somebody at the console.
lay_text 644 /etc/X11/Xwrapper.config <<<'allowed_users=anybody
needs_root_rights=auto'

# No text consoles besides the first, no key combination that starts the computer anew.
lay_text 644 /etc/systemd/logind.conf.d/werkbank-kiosk.conf <<<'[Login]
NAutoVTs=0
ReserveVT=0
HandleLidSwitch=ignore
IdleAction=ignore'
lay_text 644 /etc/sysctl.d/60-werkbank-kiosk.conf <<<'kernel.sysrq = 0'

# Security updates every night; a restart they need comes before the room opens.
lay_text 644 /etc/apt/apt.conf.d/60werkbank-kiosk <<<'APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "true";
Unattended-Upgrade::Automatic-Reboot-Time "04:30";'

if [[ -z $root ]]; then
  sysctl --quiet --load=/etc/sysctl.d/60-werkbank-kiosk.conf
  systemctl daemon-reload
  systemctl --quiet mask ctrl-alt-del.target sleep.target suspend.target hibernate.target
  systemctl --quiet set-default graphical.target
  systemctl --quiet enable werkbank-kiosk.service unattended-upgrades.service
  systemctl restart werkbank-kiosk.service
fi
say "Fertig: $origin/kiosk"
