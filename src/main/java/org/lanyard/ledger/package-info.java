/** One SQLite file with one writer: the only package that opens it. */
@NullMarked
package org.lanyard.ledger;

import org.jspecify.annotations.NullMarked;
