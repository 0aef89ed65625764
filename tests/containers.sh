#!/usr/bin/env bash
# Builds and runs the containers, and shows what they promise: an order becomes ready; three kitchens cook together;
# what a killed kitchen had in hand is taken up by another; a killed Redis has forgotten nothing; with TALE=on a rush is played. Cleans up after itself.
# Run by hand where there is a Docker engine: tests/containers.sh
set -euo pipefail
cd "$(dirname "$0")/.."

export PORT=${PORT:-3240} KITCHEN_SPEED=2
if docker compose version >/dev/null 2>&1; then compose="docker compose"; else compose=docker-compose; fi
compose="$compose --project-name nugget-proof"
office=http://localhost:$PORT/api/office

place_order() { # prints the order's id
  curl --fail --silent --show-error "$office/orders" \
    --header 'Content-Type: application/json' \
    --header "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" \
    --data '{"items":[{"id":"nuggets-6","quantity":1}]}' | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4
}
is_ready() { curl --silent "$office/orders/$1" | grep -q '"status":"ready"'; }
are_ready() { for id in "$@"; do is_ready "$id" || return 1; done; }
cooks_are() { curl --silent "$office/board" | grep -q "\"cooks\":$1}"; }
is_open() { curl --fail --silent --output /dev/null "http://localhost:$PORT/api/health/ready"; }
is_healthy() { docker inspect "$($compose ps -q "$1")" | grep -q '"Status": "healthy"'; }

until_holds() { # until_holds SECONDS WHAT COMMAND…
  local seconds=$1 what=$2 start=$SECONDS
  shift 2
  until "$@"; do
    if ((SECONDS - start > seconds)); then
      echo "not ok: $what (waited for $seconds s)"
      $compose logs --tail=20
      exit 1
    fi
    sleep 0.2
  done
  echo "ok: $what ($((SECONDS - start)) s)"
}

trap '$compose down --volumes --timeout 5 >/dev/null 2>&1' EXIT
$compose up --build --detach

until_holds 60 'the restaurant opens' is_open
until_holds 60 'the web server is healthy' is_healthy web
until_holds 60 'an order becomes ready' is_ready "$(place_order)"

$compose up --detach --scale kitchen=3 --no-recreate
until_holds 30 'three kitchens of three cooks' cooks_are 9

orders=()
for _ in $(seq 12); do orders+=("$(place_order)"); done
docker kill --signal KILL "$($compose ps -q kitchen | head -1)" >/dev/null
until_holds 60 'all that was ordered is ready, though a kitchen was killed' are_ready "${orders[@]}"
until_holds 30 'two kitchens are left' cooks_are 6

orders=()
for _ in $(seq 12); do orders+=("$(place_order)"); done
docker kill --signal KILL "$($compose ps -q redis)" >/dev/null
$compose up --detach --no-recreate redis
until_holds 60 'all that was ordered is ready, though Redis was killed' are_ready "${orders[@]}"

export TALE=on
$compose up --detach
until_holds 60 'the restaurant opens with the tale' is_open
key=$(cat /proc/sys/kernel/random/uuid)
rush=$(curl --fail --silent --show-error "http://localhost:$PORT/api/tale/rushes" \
  --header 'Content-Type: application/json' --header "Idempotency-Key: $key" \
  --data '{"seed":1,"minutes":0.5,"speed":10}' | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)
is_done() { curl --silent "http://localhost:$PORT/api/tale/rushes/$rush" | grep -q '"state":"done"'; }
until_holds 60 'with TALE=on a rush is played' is_done

start=$SECONDS
$compose stop
echo "ok: all stop when told ($((SECONDS - start)) s)"
