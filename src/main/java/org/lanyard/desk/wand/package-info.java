/** Takes a barcode wand's keys out of what people type, and undoes what the keyboard layout did to them. */
@NullMarked
package org.lanyard.desk.wand;

import org.jspecify.annotations.NullMarked;
