package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.ports.Transferables;
import java.net.URI;

/** The addresses of the operations, as the wire description has them. */
final class Routes {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private final String base;

    Routes(URI base) {
        this.base = withoutSlashAtTheEnd(base.toASCIIString());
    }

    URI create(Transferables transferables) {
        return URI.create(base + "/anchors/create" + query(transferables));
    }

    URI snapshot(Transferables transferables) {
        return URI.create(base + "/anchors" + query(transferables));
    }

    URI anchor(AnchorId anchor, Transferables transferables) {
        return URI.create(base + "/anchor/" + segment(anchor.value()) + query(transferables));
    }

    URI delete(AnchorId anchor) {
        return URI.create(base + "/anchors/" + segment(anchor.value()) + "/delete");
    }

    URI documentedDisassociate(AnchorId anchor, AssetId asset) {
        return URI.create(base + "/anchors/" + segment(anchor.value()) + "/assets/delete/" + segment(asset.value()));
    }

    URI currentDisassociate(AnchorId anchor, AssetId asset) {
        return URI.create(
                base + "/anchor/" + segment(anchor.value()) + "/assets/disassociate/" + segment(asset.value()));
    }

    /** The address that all others are below. */
    @Override
    public String toString() {
        return base;
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

    private static String withoutSlashAtTheEnd(String address) {
        int end = address.length();
        while (address.charAt(end - 1) == '/') {
            end--;
        }
        return address.substring(0, end);
    }
}
