package org.lanyard.scan;

import java.util.Locale;
import java.util.Set;

/** Words that stand before a colon in QR codes and are no conference (R2): URI schemes by IANA's registry, vCard keys. */
final class UriSchemes {

    private static final Set<String> SCHEMES = Set.of("about", "acct", "android-app", "bitcoin", "bitcoincash", "bizcard",
            "blob", "callto", "chrome", "cid", "coap", "coaps", "content", "data", "did", "dns", "doi", "dpp", "edge",
            "ethereum", "facetime", "facetime-audio", "fax", "feed", "file", "filesystem", "fish", "ftp", "ftps", "geo",
            "git", "gopher", "gtalk", "http", "https", "imap", "imaps", "info", "intent", "ipp", "ipps", "irc", "ircs",
            "isbn", "itms", "itms-apps", "itms-services", "jabber", "jar", "javascript", "ldap", "ldaps", "lightning",
            "litecoin", "magnet", "mailto", "maps", "market", "matmsg", "mebkm", "mecard", "mid", "mms", "mmsto", "monero",
            "msteams", "news", "nfs", "nntp", "openid", "openpgp4fpr", "otpauth", "otpauth-migration", "payto", "pop",
            "resource", "rsync", "rtmp", "rtmps", "rtsp", "sftp", "sip", "sips", "skype", "slack", "smb", "sms", "smsto",
            "snmp", "spotify", "ssh", "steam", "stun", "svn", "swish", "tag", "tel", "telnet", "tg", "turn", "upi", "urn",
            "vbscript", "viber", "view-source", "vnc", "wc", "webcal", "webcals", "weixin", "whatsapp", "wifi", "ws", "wss",
            "xmpp", "zoommtg", "zoomus");

    // Of vCard, iCalendar and MeCard (RFC 6350, RFC 5545).
    private static final Set<String> KEYS = Set.of("adr", "agent", "anniversary", "attendee", "bday", "begin", "caladruri",
            "caluri", "categories", "class", "clientpidmap", "description", "dtend", "dtstamp", "dtstart", "email", "end",
            "fburl", "fn", "gender", "impp", "key", "kind", "label", "lang", "location", "logo", "mailer", "member", "n",
            "name", "nickname", "note", "org", "organizer", "photo", "prodid", "profile", "related", "rev", "role",
            "sort-string", "sound", "source", "summary", "title", "tz", "uid", "url", "version", "xml");

    private UriSchemes() {}

    static boolean contains(String word) {
        String scheme = word.toLowerCase(Locale.ROOT);
        return SCHEMES.contains(scheme) || KEYS.contains(scheme) || scheme.startsWith("ms-") || scheme.startsWith("x-")
                || scheme.startsWith("web-");
    }
}
