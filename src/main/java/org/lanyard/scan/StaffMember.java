package org.lanyard.scan;

public record StaffMember(long id, String name, Role role) {}
