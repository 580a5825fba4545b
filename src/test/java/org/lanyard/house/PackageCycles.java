package org.lanyard.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Packages that reach each other through imports. */
final class PackageCycles {

    private PackageCycles() {}

    /** @return groups of two or more packages of which each imports each, directly or through others */
    static Set<Set<String>> of(List<SourceFile> sources) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (SourceFile source : sources) {
            imports.computeIfAbsent(source.packageName(), _ -> new TreeSet<>()).addAll(source.importedPackages());
        }
        Set<Set<String>> cycles = new HashSet<>();
        for (String name : imports.keySet()) {
            Set<String> group = new TreeSet<>();
            for (String other : reachable(imports, name)) {
                if (reachable(imports, other).contains(name)) {
                    group.add(other);
                }
            }
            group.add(name);
            if (group.size() > 1) {
                cycles.add(group);
            }
        }
        return cycles;
    }

    private static Set<String> reachable(Map<String, Set<String>> imports, String from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(imports.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (imports.containsKey(next) && seen.add(next)) {
                open.addAll(imports.get(next));
            }
        }
        return seen;
    }
}
