#!/usr/bin/env bash
# examples/slurm on a Slurm of one node of our own, with a shard killed in mid-run: slurm.sh ZONEKG SOURCE
# Needs Debian's slurm-wlm and munge, and to be root; nothing outside of a temporary folder is used.
set -euo pipefail
ZONEKG=$(realpath "$1") source=$(realpath "$2")
for program in munged slurmctld slurmd sbatch; do
  command -v "$program" > /dev/null || { echo "skipped: $program is not installed (apt install slurm-wlm munge)"; exit 77; }
done
((EUID == 0)) || { echo "skipped: needs to be root"; exit 77; }

folder=$(mktemp -d /tmp/zonekg_slurm_XXXXXX)
children=()
finish() {
  for child in "${children[@]}"; do kill "$child" 2> /dev/null || true; done
  for child in "${children[@]}"; do wait "$child" 2> /dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT
chmod 755 "$folder"
mkdir "$folder"/{bin,state,spool,munge}
chmod 700 "$folder/munge"
head -c 128 /dev/urandom > "$folder/munge/key"
chmod 400 "$folder/munge/key"
ln -s "$source/tests/scale/kill_once.sh" "$folder/bin/zonekg"
export ZONEKG KILLED=$folder/killed PATH=$folder/bin:$PATH SLURM_CONF=$folder/slurm.conf
port=$((20000 + RANDOM % 20000))
cat > "$SLURM_CONF" << CONF
ClusterName=test
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ReturnToService=2
KillWait=2
SchedulerParameters=bf_interval=1,sched_interval=1
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=test Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
printf 'CgroupPlugin=cgroup/v1\n' > "$folder/cgroup.conf"

munged --foreground --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
  --seed-file="$folder/munge/seed" > "$folder/munged.out" 2>&1 &
children+=($!)
sleep 1
slurmctld -D -f "$SLURM_CONF" > "$folder/slurmctld.out" 2>&1 &
children+=($!)
slurmd -D -f "$SLURM_CONF" > "$folder/slurmd.out" 2>&1 &
children+=($!)
fail() {
  echo "$1" >&2
  tail -n 20 "$folder"/*.out "$folder"/*.log "$folder"/s/log/* >&2 || true
  exit 1
}
for ((i = 0; i < 30; ++i)); do
  [[ $(sinfo -h -o %T 2> /dev/null) == idle ]] && break
  sleep 1
done
[[ $(sinfo -h -o %T 2> /dev/null) == idle ]] || fail "Slurm does not come up"

"$ZONEKG" build "$source/examples/reports" -q -o "$folder/g.graphml"
last=$("$source/examples/slurm/submit.sh" "$source/examples/reports" "$folder/s" "$folder/m.graphml" 4 2)
for ((i = 0; i < 240; ++i)); do
  [[ -z $(squeue -h -o %i) ]] && break
  # A requeued task waits for two minutes, on a cluster for its own good.
  for task in $(squeue -h -r -t PENDING -o '%i %r' | awk '$2 == "BeginTime" { print $1 }'); do
    scontrol update JobId="$task" StartTime=now || true
  done
  sleep 1
done
[[ -z $(squeue -h -o %i) ]] || fail "jobs are left after four minutes: $(squeue)"
[[ $(cat "$KILLED" 2> /dev/null) == 137 ]] || fail "no shard was killed"
grep -q "back into the queue" "$folder/s/log/map-2.txt" || fail "the killed shard was not queued again"
cmp "$folder/m.graphml" "$folder/g.graphml" || fail "the graph of the shards is another one (last job: $last)"
echo "the same bytes from four shards, one of them killed and queued again"
