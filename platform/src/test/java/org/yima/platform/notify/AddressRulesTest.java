package org.yima.platform.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a notification may go, after the name was resolved. */
class AddressRulesTest {
  @ParameterizedTest(name = "{0}: forbidden {1}")
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.1, true",
    "::1, true",
    "0.0.0.0, true",
    "0.1.2.3, true",
    "::, true",
    "255.255.255.255, true",
    "169.254.169.254, true",
    "fe80::1, true",
    "fd00:ec2::254, true",
    "100.100.100.200, true",
    "168.63.129.16, true",
    "192.0.0.192, true",
    "224.0.0.1, true",
    "::ffff:127.0.0.1, true",
    "64:ff9b::7f00:1, true",
    "64:ff9b::a9fe:a9fe, true",
    "::127.0.0.1, true",
    "10.1.2.3, false",
    "172.16.1.1, false",
    "192.168.1.1, false",
    "203.0.113.7, false",
    "64:ff9b::cb00:7107, false",
    "2001:db8::1, false",
  })
  void addresses(String address, boolean forbidden) throws UnknownHostException {
    assertThat(AddressRules.isForbidden(only(address))).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://his.example/a",
        "file:///etc/passwd",
        "http:///a",
        "//his.example/a",
        "http://user@his.example/a",
        "http://his.example/a/../b",
        "http://his.example/a/%2E%2e/b",
        "http://his .example/a",
        "",
      })
  void what_is_no_address_leads_nowhere(String callback) throws UnknownHostException {
    assertThat(rules("203.0.113.7").target(callback)).isEmpty();
  }

  @Test
  void one_bad_address_of_several_is_enough() throws UnknownHostException {
    InetAddress[] both = {only("203.0.113.7"), only("127.0.0.1")};
    assertThat(new AddressRules(host -> both, false).target("https://his.example/a")).isEmpty();
    assertThat(new AddressRules(host -> both, true).target("https://his.example/a")).isPresent();
  }

  /** A name that first says what is allowed and then what is not: it is asked once. */
  @Test
  void what_was_judged_is_what_is_connected_to() throws UnknownHostException {
    AddressRules rebinding = rules("203.0.113.7", "127.0.0.1");
    var target = rebinding.target("http://his.example:8080/a").orElseThrow();
    assertThat(target.address()).isEqualTo(only("203.0.113.7"));
    assertThat(target.port()).isEqualTo(8080);
    assertThat(rebinding.target("http://his.example:8080/a")).as("the next time").isEmpty();
  }

  private static InetAddress only(String address) throws UnknownHostException {
    return InetAddress.getAllByName(address)[0];
  }

  private static AddressRules rules(String... answers) {
    Deque<String> next = new ArrayDeque<>(List.of(answers));
    return new AddressRules(
        host -> {
          String answer = next.size() > 1 ? next.removeFirst() : next.getFirst();
          return new InetAddress[] {only(answer)};
        },
        false);
  }
}
