/**
 * Keeps a conference in step with its registration server: the roster comes from it, the records go to it.
 *
 * <pre>
 *   Sync ── PullRun ──► RegistrationServer.pull ──► Roster
 *       └── PushRun ──► RegistrationServer.deliver, lookUp ──► DeliveryTable
 * </pre>
 *
 * Nothing here knows a server's wire form: each registration system is a package of its own that implements
 * {@link org.lanyard.upstream.RegistrationServer}, such as {@link org.lanyard.upstream.django}.
 */
@NullMarked
package org.lanyard.upstream;

import org.jspecify.annotations.NullMarked;
