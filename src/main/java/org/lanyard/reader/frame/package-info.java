/** Values that all decoders share: a grey frame, the time to spend on it, the stages that share that time, and a sighting. */
@NullMarked
package org.lanyard.reader.frame;

import org.jspecify.annotations.NullMarked;
