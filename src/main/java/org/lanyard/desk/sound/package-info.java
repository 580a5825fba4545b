/** A sound for each kind of verdict. */
@NullMarked
package org.lanyard.desk.sound;

import org.jspecify.annotations.NullMarked;
