package org.lanyard.upstream;

import org.lanyard.scan.Sentence;

/**
 * One step of the test of a connection.
 *
 * @param sentence the finding, or the reason why it failed
 */
public record ConnectionStep(String name, boolean passed, Sentence sentence) {}
