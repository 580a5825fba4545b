#!/usr/bin/env python3
"""Network namespaces lany1, lany2, ... each behind a link of its own that delays, loses, and is cut at random.

relay.py STATIONS SEED DELAY_MS LOSS_PERCENT; needs root. The hub is 10.77.N.1 for the station 10.77.N.2 in lanyN. Prints
"ready", then a line for each cut, and takes everything down when its standard input ends. The kernel may have no netem:
packets go through a pair of TUN devices and this process.
"""
import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x0001 | 0x1000
CUT_SECONDS = (0.05, 10.0)
WHOLE_SECONDS = (0.5, 6.0)


def ip(*words):
    subprocess.run(("ip",) + words, check=True, stdout=subprocess.DEVNULL)


def tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN_NO_PI))
    return device


def link(station):
    space, here, there = f"lany{station}", f"lanyh{station}", f"lanys{station}"
    subprocess.run(("ip", "netns", "del", space), stderr=subprocess.DEVNULL, check=False)
    ip("netns", "add", space)
    ends = tun(here), tun(there)
    ip("addr", "add", f"10.77.{station}.1", "peer", f"10.77.{station}.2", "dev", here)
    ip("link", "set", here, "up")
    ip("link", "set", there, "netns", space)
    inside = ("netns", "exec", space, "ip")
    ip(*inside, "addr", "add", f"10.77.{station}.2", "peer", f"10.77.{station}.1", "dev", there)
    ip(*inside, "link", "set", there, "up")
    ip(*inside, "link", "set", "lo", "up")
    return ends


def main():
    stations, seed, delay, loss = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]) / 1000, float(sys.argv[4]) / 100
    chance = random.Random(seed)
    other, owner, cut = {}, {}, {}
    changes = []
    for station in range(1, stations + 1):
        one, two = link(station)
        other[one], other[two] = two, one
        owner[one] = owner[two] = station
        cut[station] = False
        heapq.heappush(changes, (time.monotonic() + chance.uniform(*WHOLE_SECONDS), station))
    print("ready", flush=True)
    waiting, number = [], 0
    while True:
        next_at = min([change[0] for change in changes[:1]] + [packet[0] for packet in waiting[:1]])
        readable, _, _ = select.select(list(other) + [sys.stdin], [], [], max(0, next_at - time.monotonic()))
        now = time.monotonic()
        if sys.stdin in readable:
            break
        for device in readable:
            packet = os.read(device, 65536)
            if not cut[owner[device]] and chance.random() >= loss:
                number += 1
                heapq.heappush(waiting, (now + delay, number, other[device], packet))
        while waiting and waiting[0][0] <= now:
            _, _, device, packet = heapq.heappop(waiting)
            if not cut[owner[device]]:
                os.write(device, packet)
        while changes and changes[0][0] <= now:
            _, station = heapq.heappop(changes)
            cut[station] = not cut[station]
            seconds = chance.uniform(*(CUT_SECONDS if cut[station] else WHOLE_SECONDS))
            if cut[station]:
                print(f"lany{station} is cut for {seconds:.2f} s", flush=True)
            heapq.heappush(changes, (now + seconds, station))
    for station in range(1, stations + 1):
        ip("netns", "del", f"lany{station}")


main()
