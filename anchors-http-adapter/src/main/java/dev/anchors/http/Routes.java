package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.ports.Transferables;

/** Where the operations are below the base URL, as the wire description has them. */
final class Routes {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private Routes() {}

    static String create(Transferables transferables) {
        return "/anchors/create" + query(transferables);
    }

    static String snapshot(Transferables transferables) {
        return "/anchors" + query(transferables);
    }

    static String anchor(AnchorId anchor, Transferables transferables) {
        return "/anchor/" + segment(anchor.value()) + query(transferables);
    }

    static String delete(AnchorId anchor) {
        return "/anchors/" + segment(anchor.value()) + "/delete";
    }

    static String documentedDisassociate(AnchorId anchor, AssetId asset) {
        return "/anchors/" + segment(anchor.value()) + "/assets/delete/" + segment(asset.value());
    }

    static String currentDisassociate(AnchorId anchor, AssetId asset) {
        return "/anchor/" + segment(anchor.value()) + "/assets/disassociate/" + segment(asset.value());
    }

    private static String query(Transferables transferables) {
        return "?transferables=" + (transferables == Transferables.INCLUDED);
    }

    /** Returns the text as one segment of a path, whatever is in it. */
    private static String segment(String text) {
        if (text.equals(".") || text.equals("..")) { // as they are they would lead to another place
            return text.replace(".", "%2E");
        }
        StringBuilder segment = new StringBuilder(text.length());
        for (byte octet : text.getBytes(UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                segment.append((char) octet);
            } else {
                segment.append('%')
                        .append(HEXADECIMAL.charAt(octet >> 4 & 0xF))
                        .append(HEXADECIMAL.charAt(octet & 0xF));
            }
        }
        return segment.toString();
    }
}
