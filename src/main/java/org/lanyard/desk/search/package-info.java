/** Finds people by name, code, company, e-mail or order. */
@NullMarked
package org.lanyard.desk.search;

import org.jspecify.annotations.NullMarked;
