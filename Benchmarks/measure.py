#!/usr/bin/env python3
"""Takes the times of Benchmarks/run, compares all answers and prints tables in Markdown.

CPU seconds are user and system time. Writ's are the whole process's; a peer's are what its runner measures, reading
and rules without the start of Python. Peak memory is the largest resident size of the process. Each number is the
median of its rounds; the jobs take turns, so that a busy minute falls on all of them.

Ends with 1 where an answer is wrong, else with 0.
"""
import argparse
import datetime
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
POLICY = os.path.join(HERE, "policy")
SMALL = os.path.join(HERE, "small")
NOW = ["--now", "2026-06-30T00:00:00Z"]
STARTS = 15  # what takes milliseconds is taken more often
NEAR_START = 5


class Wrong(Exception):
    """A program failed or gave another answer."""


class Sample:
    def __init__(self, cpu, wall, peak, others):
        self.cpu = cpu
        self.wall = wall
        self.peak = peak  # MiB
        self.others = others  # cores that other processes kept busy meanwhile


def busy_seconds():
    """CPU seconds of the whole machine that were not idle."""
    with open("/proc/stat") as stat:
        fields = [int(word) for word in stat.readline().split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def run(command, output, codes=(0,)):
    """Runs the command with its standard output in a file."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    with open(output, "wb") as out, open(output + ".err", "wb") as errors:
        busy, start = busy_seconds(), time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        busy = busy_seconds() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        with open(output + ".err", errors="replace") as errors:
            said = errors.read()[-800:]
        raise Wrong(f"{' '.join(command)}\nended with {process.returncode}: {said}")
    cpu = usage.ru_utime + usage.ru_stime
    return Sample(cpu, wall, usage.ru_maxrss / 1024, max(0.0, (busy - cpu) / max(wall, 0.01)))


class Data:
    """One size of the workload: its folder, its events, and what is right."""

    def __init__(self, name, folder, events, expected):
        self.name = name
        self.folder = folder
        self.events = events
        self.expected = expected


class Workload:
    """Makes the data once; later runs find it."""

    def __init__(self, samples, folder):
        self.samples = samples
        self.folder = folder

    def size(self, users):
        folder = os.path.join(self.folder, str(users))
        self.make(folder, [f"{self.samples}/gen.py", str(users), folder])
        with open(f"{self.samples}/expected.json") as file:
            expected = json.load(file).get(str(users))
        return Data(f"N = {users:,}", folder, 10 * users, expected)

    def repeated(self, data, count):
        """The log `count` times over. What is right is counted by the samples' oracle, a streaming pass in Python
        that shares nothing with any engine."""
        folder = f"{data.folder}x{count}"
        self.make(folder, [f"{POLICY}/repeat.py", data.folder, str(count), folder])
        answer = os.path.join(folder, "oracle.json")
        if not os.path.exists(answer):
            say(f"counting what is right in {folder}")
            run([sys.executable, f"{self.samples}/oracle.py", folder], answer + ".new")
            os.replace(answer + ".new", answer)
        with open(answer) as file:
            expected = json.load(file)["counts"]
        return Data(f"{data.name}, {count}× events", folder, count * data.events, expected)

    def make(self, folder, command):
        done = os.path.join(folder, "done")
        if not os.path.exists(done):
            say(f"making {folder}")
            run([sys.executable] + command, os.path.join(self.folder, "make.txt"))
            open(done, "w").close()


class Job:
    """One engine over one size."""

    def __init__(self, engine, data, command, bench, is_peer=False):
        self.engine = engine
        self.data = data
        self.command = command
        self.bench = bench
        self.is_peer = is_peer
        self.samples = []

    def run(self):
        output = os.path.join(self.bench.folder, "output.txt")
        sample = run(self.command, output, (0,) if self.is_peer else (0, 1, 2))
        if self.is_peer:
            with open(output) as file:
                answer = json.loads(file.read().splitlines()[-1])
            sample.cpu = answer["ingest"]["cpu"] + answer["eval_cpu"]
            self.engine = re.sub(r" .*?(\d[\d.]*\d).*", r" \1", answer["engine"])
            counts = {name: rule["value"] for name, rule in answer["rules"].items()}
        else:
            counts = self.bench.counts(output)
        self.compare(counts)
        self.samples.append(sample)
        say(f"{self.data.name}, {self.engine}: {sample.cpu:.2f} s CPU, {sample.peak:.0f} MiB")

    def compare(self, counts):
        expected = self.data.expected
        if expected is None:
            return
        wrong = [f"{rule} is {count}, not {expected.get(rule)}"
                 for rule, count in counts.items() if count != expected.get(rule)]
        wrong += [f"{rule} is missing" for rule in expected if rule not in counts]
        if wrong:
            raise Wrong(f"{self.data.name}, {self.engine}: " + "; ".join(wrong))

    def median(self, what):
        return statistics.median(getattr(sample, what) for sample in self.samples)

    cpu = property(lambda self: self.median("cpu"))
    wall = property(lambda self: self.median("wall"))
    peak = property(lambda self: self.median("peak"))
    others = property(lambda self: self.median("others"))


class Bench:
    def __init__(self, arguments):
        self.folder = arguments.folder
        self.samples = arguments.samples
        self.writ = os.path.join(self.folder, "writ")
        python = os.path.join(self.folder, "venv", "bin", "python")
        self.python = python if os.path.exists(python) else None
        self.jobs = []

    def counts(self, report):
        command = [sys.executable, f"{POLICY}/counts.py", report]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    def check(self, data, *options):
        return [self.writ, "check", "-p", f"{POLICY}/bench.writ", *NOW, *options, data.folder]

    def add(self, engine, data, *options):
        job = Job(engine, data, self.check(data, *options), self)
        self.jobs.append(job)
        return job

    def peer(self, name, data, *options):
        if self.python is None:
            return None
        command = [self.python, f"{self.samples}/run_{name}.py", data.folder, *options]
        job = Job(name, data, command, self, is_peer=True)
        self.jobs.append(job)
        return job

    def start(self, *command):
        """CPU milliseconds of a command that has next to nothing to do."""
        output = os.path.join(self.folder, "start.txt")
        times = [run([self.writ, *command], output, (0, 1, 2)).cpu for _ in range(STARTS)]
        return 1000 * statistics.median(times)

    def instructions(self, command):
        """What callgrind counts; nil without valgrind."""
        if shutil.which("valgrind") is None:
            return None
        output = os.path.join(self.folder, "callgrind.txt")
        callgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        run(callgrind + command, output, (0, 1, 2))
        with open(output + ".err", errors="replace") as file:
            return int(re.findall(r"Collected : (\d+)", file.read())[-1])


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo") as file:
        names = re.findall(r"model name\s*: (.*)", file.read())
        model = names[0] if names else model
    return f"{os.cpu_count()} × {model}, {platform.system()} {platform.machine()}"


def table(head, rows):
    """Markdown; the first two columns are words."""
    print("| " + " | ".join(head) + " |")
    print("|" + "|".join("---" if index < 2 else "---:" for index in range(len(head))) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def rows_of(jobs):
    duck = {job.data.name: job for job in jobs if job.engine.startswith("duckdb")}
    for job in jobs:
        peer = duck.get(job.data.name)
        ratios = [f"{job.cpu / peer.cpu:.2f}", f"{job.peak / peer.peak:.2f}"] if peer else ["", ""]
        yield [job.data.name, job.engine, f"{job.cpu:.2f}", ratios[0], f"{job.peak:.0f}", ratios[1],
               f"{job.wall:.2f}", f"{job.others:.1f}"]


class Bars:
    def __init__(self):
        self.rows = []

    def add(self, what, value, bar, is_met):
        self.rows.append([what, bar, value, "met" if is_met else "**missed**"])

    def skip(self, what, bar, why):
        self.rows.append([what, bar, why, "not measured"])


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--samples", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def measure(options):
    bench, bars = Bench(options), Bars()
    rounds = 1 if options.quick else max(1, options.rounds)
    workload = Workload(options.samples, options.folder)
    # A hundred events take no time: what is left is the start, the policy and the report.
    nothing = workload.size(10)
    small = workload.size(10_000)
    sizes = [small]
    if not options.quick:
        large = workload.size(100_000)
        long = workload.repeated(large, 4)
        sizes += [large, long]

    native, two, duck = {}, {}, {}
    for data in sizes:
        native[data] = bench.add("writ", data, "--threads", "1", "-f", "text")
        two[data] = bench.add("writ, two threads", data, "--threads", "2", "-f", "text")
        if data.events <= 1_000_000:
            bench.add("writ, all findings as JSON", data, "--threads", "1", "-f", "json")
            bench.add("writ, reference engine", data, "--threads", "1", "--engine", "reference")
        duck[data] = bench.peer("duckdb", data, "1")
        if data.events <= 1_000_000:
            bench.peer("regorus", data)
    for _ in range(rounds):
        for job in bench.jobs:
            job.run()
    for job in (native[small], two[small]):
        while len(job.samples) < NEAR_START:
            job.run()
    version = bench.start("version")
    one = bench.start("check", "-p", f"{SMALL}/one.writ", *NOW, f"{SMALL}/users.json")
    empty = bench.start(*bench.check(nothing, "--threads", "1")[1:]) / 1000

    print(f"{machine()}; load before: {options.load}; {rounds} round{'s' * (rounds > 1)}; "
          f"{datetime.date.today()}\n")
    table(["data", "engine", "CPU s", "of DuckDB's", "peak MiB", "of DuckDB's", "wall s",
           "others' cores"], rows_of(bench.jobs))

    main = small if options.quick else large
    cpu = [(data, (native[data].cpu - empty) / data.events * 1e6) for data in sizes]
    print(f"Start, policy and report of a hundred events: {1000 * empty:.0f} ms of CPU. "
          "Microseconds per event beyond that: "
          + "; ".join(f"{data.name}: {each:.2f}" for data, each in cpu) + ".\n")

    counted = instructions(bench, workload, small, options.quick)
    if counted:
        table(["instructions", "engine", "in all", "per event"], counted)
    else:
        say("valgrind is missing: no instructions are counted")

    what = f"CPU, {main.name}"
    if duck[main]:
        ratio = native[main].cpu / duck[main].cpu
        bars.add(what, f"{ratio:.2f} of DuckDB's", "at most half", ratio <= 0.5)
        bars.add(what + ", stretch", f"{ratio:.2f} of DuckDB's", "at most a quarter", ratio <= 0.25)
    else:
        bars.skip(what, "at most half of DuckDB's", "no DuckDB")
    peak = native[main].peak
    bars.add(f"peak memory, {main.name}", f"{peak:.0f} MiB", "at most 150 MiB", peak <= 150)
    if options.quick:
        bars.skip("linear cost, flat memory", "three sizes", "a quick run has one")
    else:
        ratio = native[long].peak / peak
        bars.add("peak memory with 4× events", f"{ratio:.2f} of the same", "0.9 to 1.1",
                 0.9 <= ratio <= 1.1)
        # Cheaper an event is no fault: four times the log comes with no more users.
        growth = [larger[1] / smaller[1] for smaller, larger in zip(cpu, cpu[1:])]
        bars.add("growth of CPU: ten times the company, four times its log",
                 " and ".join(f"{factor:.2f}× linear" for factor in growth), "at most 1.2× linear",
                 max(growth) <= 1.2)
    speed = native[main].wall / two[main].wall
    others = max(native[main].others, two[main].others)
    bars.add("two threads, wall", f"{speed:.2f}×; others kept {others:.1f} cores busy",
             "at least 1.7× on an idle machine", speed >= 1.7)
    bars.add("`writ version`", f"{version:.0f} ms of CPU", "at most 20 ms", version <= 20)
    bars.add("one rule, one small JSON", f"{one:.0f} ms of CPU", "at most 50 ms", one <= 50)
    table(["what", "bar", "measured", ""], bars.rows)


def instructions(bench, workload, small, is_quick):
    """Of N = 10,000, and of what four times its events take more: start, users and hosts cancel."""
    whole = bench.instructions(bench.check(small, "--threads", "1", "-f", "text"))
    if whole is None:
        return []
    rows = [[small.name, "writ", f"{whole:,}", f"{whole / small.events:,.0f}"]]
    if is_quick:
        return rows
    long = workload.repeated(small, 4)
    commands = {"writ": bench.check(long, "--threads", "1", "-f", "text")}
    before = {"writ": whole}
    if bench.python:
        runner = [bench.python, f"{bench.samples}/run_duckdb.py"]
        before["duckdb"] = bench.instructions(runner + [small.folder, "1"])
        rows.append([small.name, "duckdb", f"{before['duckdb']:,}",
                     f"{before['duckdb'] / small.events:,.0f}"])
        commands["duckdb"] = runner + [long.folder, "1"]
    for engine, command in commands.items():
        more = bench.instructions(command) - before[engine]
        rows.append([f"{long.events - small.events:,} events more", engine, f"{more:,}",
                     f"{more / (long.events - small.events):,.0f}"])
    return rows


def main():
    options = arguments()
    options.load = " ".join(f"{load:.1f}" for load in os.getloadavg())
    try:
        measure(options)
    except Wrong as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
