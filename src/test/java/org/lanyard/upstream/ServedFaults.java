package org.lanyard.upstream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Which request meets with which fault: what is scripted for its call first, then by chance. */
public final class ServedFaults {

    /** A fault that a request met with; {@link ServedFault#NONE} never. */
    public record Dealt(ServedCall call, ServedFault fault) {}

    private final Map<ServedCall, Deque<ServedFault>> scripted = new EnumMap<>(ServedCall.class);
    private final List<Dealt> dealt = new ArrayList<>();
    private final Map<String, ServedFault> poisoned = new HashMap<>();
    private Random random = new Random(0);
    private double probability;
    private List<ServedFault> possible = List.of();

    /** After what is scripted for this call already, its next so many requests get this fault. */
    public synchronized ServedFaults next(int requests, ServedCall call, ServedFault fault) {
        if (!fault.fits(call)) {
            throw new IllegalArgumentException(call + " cannot meet with " + fault);
        }
        scripted.computeIfAbsent(call, _ -> new ArrayDeque<>()).addAll(Collections.nCopies(requests, fault));
        return this;
    }

    /** From now on every look-up, scan or redemption of this code gets this fault, after what is scripted. */
    public synchronized ServedFaults poison(String code, ServedFault fault) {
        poisoned.put(code, fault);
        return this;
    }

    /** From now on any request gets, with this probability, one of these faults that fits it. */
    public synchronized ServedFaults randomly(double probability, long seed, ServedFault... faults) {
        this.probability = probability;
        random = new Random(seed);
        possible = List.of(faults);
        return this;
    }

    /** Nothing goes wrong any more. */
    public synchronized void calm() {
        scripted.clear();
        poisoned.clear();
        probability = 0;
    }

    public synchronized List<Dealt> dealt() {
        return List.copyOf(dealt);
    }

    /** @param text path and body of the request */
    synchronized ServedFault deal(ServedCall call, String text) {
        Deque<ServedFault> script = scripted.getOrDefault(call, new ArrayDeque<>());
        Optional<ServedFault> poison = poisoned.keySet().stream().filter(code -> call.isCheckIn() && text.contains(code))
                .map(poisoned::get).findFirst();
        ServedFault fault = !script.isEmpty() ? script.remove() : poison.orElseGet(() -> byChance(call));
        if (!fault.equals(ServedFault.NONE)) {
            dealt.add(new Dealt(call, fault));
        }
        return fault;
    }

    private ServedFault byChance(ServedCall call) {
        if (random.nextDouble() >= probability) {
            return ServedFault.NONE;
        }
        List<ServedFault> fitting = possible.stream().filter(fault -> fault.fits(call)).toList();
        return fitting.isEmpty() ? ServedFault.NONE : fitting.get(random.nextInt(fitting.size()));
    }
}
