package org.lanyard.roster;

import java.util.Set;

/**
 * Whom an import is about.
 *
 * @param people by access code; null for everybody
 * @param lines  upstream ids of what they are said to have
 * @param rest   everybody else: as the file has them, and so has the database
 */
record Scope(Set<String> people, Set<Long> lines, Preload.Count rest) {

    static final Scope EVERYBODY = new Scope(null, Set.of(), new Preload.Count(0, 0, 0, 0));

    boolean everybody() {
        return people == null;
    }
}
