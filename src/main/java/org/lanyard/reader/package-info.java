/** Reads codes from cameras, pictures and PDF tickets, and from the keys of a wand. */
@NullMarked
package org.lanyard.reader;

import org.jspecify.annotations.NullMarked;
