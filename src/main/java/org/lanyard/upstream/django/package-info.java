/**
 * django-program's check-in API: its paths, its sign-in, its JSON. Look at {@link DjangoProgram} first, then at
 * {@link CheckInAnswers}, which tells the server's own words from those of whatever else may answer.
 */
@NullMarked
package org.lanyard.upstream.django;

import org.jspecify.annotations.NullMarked;
