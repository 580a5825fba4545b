package org.lanyard.roster;

/**
 * A code that a source states as one that opens nothing any more (R34, R35).
 *
 * @param owner the access code of the person whose it is; it may be the code itself
 */
public record BlockedCode(String owner, String code, String reason) {}
