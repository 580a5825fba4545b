/**
 * The protocol between a station and the venue's hub, without threads, clock and SQL.
 *
 * <pre>
 *  a unit that the hub owns            a bucket that moves
 *
 *  station            hub              hub                     station
 *  asked ---Ask------> counts          grant n+1 ---Contact--> adopted, once all before it is mirrored
 *  green &lt;--Accepted--                                         decides alone
 *   or &lt;----Full, Kept                 wanted back --Contact-> return of n+1, in its own log first
 *   or (1 s)                           owns it &lt;---Return----- after all units of before are uploaded
 *  doubt ---Settle---> undone
 * </pre>
 *
 * <p>Only the owner of a bucket decides. An id is made before anything is sent, and the hub knows it at most once. No answer
 * is never "no": the id is settled first. No clock decides; a timer only ends waiting.
 */
@NullMarked
package org.lanyard.hub.protocol;

import org.jspecify.annotations.NullMarked;
