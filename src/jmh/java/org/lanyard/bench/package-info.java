/**
 * How fast a station is at 100,000 attendees, beside bare JDBC in the same run. {@link org.lanyard.bench.Benchmarks}
 * runs all of it: {@code mvn -Pjmh test-compile exec:exec@benchmarks}.
 */
package org.lanyard.bench;
