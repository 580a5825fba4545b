package org.lanyard.scan;

/** Who performs what is recorded. */
public record StaffMember(long id, String name, Role role) {}
