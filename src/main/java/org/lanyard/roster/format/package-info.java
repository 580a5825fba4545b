/**
 * Rosters as files. A file becomes a {@link org.lanyard.roster.format.Table}; what its columns mean is said in
 * {@link org.lanyard.roster.format.Answers}, guessed by name and value, or asked; only what is right becomes a roster.
 */
@NullMarked
package org.lanyard.roster.format;

import org.jspecify.annotations.NullMarked;
