package org.lanyard.badge.job;

import java.util.Optional;

/**
 * The badge that a check-in led to: a job, a question, or neither.
 *
 * @param job   made with the check-in
 * @param asked somebody at the desk is asked whether one is printed
 */
public record BadgeOfCheckIn(Optional<PrintJob> job, boolean asked) {}
