package org.facecheck.internal.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The address that a client's attempts are counted for: an IPv4 address, or the network part of an IPv6 address. It is what
 * the container says. No header is read here, since any client can send one; behind a proxy, it is the container that has to
 * be told which headers to believe. Personal data: the text form does not show it.
 *
 * @param network comparable, and nothing else
 */
public record ClientAddress(String network) {
    /** What one customer's network has of an IPv6 address (RFC 6177, §2: a /64 at least); the rest is theirs to choose. */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** The address of the request's client, or of the last proxy where the container believes no header. */
    public static ClientAddress of(HttpServletRequest request) {
        return new ClientAddress(network(request.getRemoteAddr()));
    }

    /**
     * Only what is an address already is parsed, so that no name is ever looked up: a colon is in no host name. What the
     * container gives without being an address is compared as it stands.
     */
    private static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            // An IPv4 address in IPv6 form (::ffff:192.0.2.1) comes back as its four bytes, and is counted as such.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > IPV6_NETWORK_BYTES
                    ? Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : Arrays.toString(bytes);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "ClientAddress";
    }
}
