package org.yima.platform.notify;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a notification may go. A name is resolved once and what came of it is judged and connected
 * to, so that a name which changes its mind afterwards changes nothing. Private networks are
 * allowed: that is where hospitals are.
 */
final class AddressRules {
  /** Where clouds tell their machines secrets, beside the link-local one. */
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

  private final Names names;
  private final boolean anywhere;

  /**
   * @param anywhere in the sandbox: loopback too
   */
  AddressRules(Names names, boolean anywhere) {
    this.names = names;
    this.anywhere = anywhere;
  }

  /** Who knows the addresses of a name. */
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** An address that may be connected to, and what it stands for. */
  record Target(URI uri, InetAddress address) {
    boolean secure() {
      return "https".equals(uri.getScheme());
    }

    int port() {
      return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
    }
  }

  /**
   * Where to connect to; nothing: nowhere.
   *
   * @throws UnknownHostException if the name has no address
   */
  Optional<Target> target(String callback) throws UnknownHostException {
    @Nullable URI uri = uri(callback);
    if (uri == null) {
      return Optional.empty();
    }
    InetAddress[] all = names.resolve(uri.getHost().replaceAll("[\\[\\]]", ""));
    boolean good =
        all.length > 0 && (anywhere || Arrays.stream(all).noneMatch(AddressRules::isForbidden));
    return good ? Optional.of(new Target(uri, all[0])) : Optional.empty();
  }

  private static @Nullable URI uri(String text) {
    try {
      URI uri = URI.create(text);
      String path = uri.getRawPath() == null ? "" : uri.getRawPath().toLowerCase(Locale.ROOT);
      boolean good =
          Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && !path.contains("..")
              && !path.contains("%2e");
      return good ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static boolean isForbidden(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress())
        || isBroadcastOrZero(address.getAddress())
        || (address instanceof Inet6Address && holdsForbidden(address.getAddress()));
  }

  private static boolean isBroadcastOrZero(byte[] address) {
    return address.length == 4 && (address[0] == 0 || address[0] == (byte) 255);
  }

  /** An IPv4 address inside one of IPv6: 64:ff9b::/96, and the old compatible form. */
  private static boolean holdsForbidden(byte[] address) {
    byte[] prefix = Arrays.copyOf(address, 12);
    byte[] nat64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    if (!Arrays.equals(prefix, nat64) && !Arrays.equals(prefix, new byte[12])) {
      return false;
    }
    try {
      return isForbidden(InetAddress.getByAddress(Arrays.copyOfRange(address, 12, 16)));
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
