package org.lanyard.upstream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a path leads.
 *
 * @param slug of the conference, whether there is one or not; null outside check-in
 * @param code of a look-up; null for any other call
 */
record ServedRoute(ServedCall call, String slug, String code) {

    private static final Pattern CHECK_IN = Pattern.compile(
            "/(?<slug>[-\\w]+)/(?<mount>[-\\w]+)/(?:checkin/(?:(?<call>preload|scan|redeem)|lookup/(?<code>[^/]+))"
                    + "|terminal/attendee/(?<terminal>[^/]+))/");

    /**
     * @param signIn path of the sign-in page
     * @param mount  what follows the slug in every prefix, such as {@code register}
     */
    static ServedRoute of(ServedRequest request, String signIn, String mount) {
        if (request.path().equals(signIn)) {
            return new ServedRoute(request.isPost() ? ServedCall.SIGN_IN : ServedCall.SIGN_IN_PAGE, null, null);
        }
        Matcher path = CHECK_IN.matcher(request.path());
        if (!path.matches() || !path.group("mount").equals(mount)) {
            return new ServedRoute(ServedCall.ELSEWHERE, null, null);
        }
        if (path.group("terminal") != null) {
            return new ServedRoute(ServedCall.TERMINAL, path.group("slug"), path.group("terminal"));
        }
        return new ServedRoute(call(path.group("call")), path.group("slug"), path.group("code"));
    }

    private static ServedCall call(String name) {
        return switch (name) {
            case null -> ServedCall.LOOKUP;
            case "preload" -> ServedCall.PRELOAD;
            case "scan" -> ServedCall.SCAN;
            default -> ServedCall.REDEEM;
        };
    }
}
