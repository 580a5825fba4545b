/** Values that all packages use: scans, verdicts, people, sentences. */
@NullMarked
package org.lanyard.scan;

import org.jspecify.annotations.NullMarked;
