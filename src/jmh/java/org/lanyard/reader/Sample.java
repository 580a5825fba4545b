package org.lanyard.reader;

import org.lanyard.reader.frame.GreyFrame;

/**
 * A picture to read.
 *
 * @param text what it holds; null where it holds no code
 */
record Sample(String kind, String text, GreyFrame frame) {}
