/** The camera's preview and readings. */
@NullMarked
package org.lanyard.desk.camera;

import org.jspecify.annotations.NullMarked;
