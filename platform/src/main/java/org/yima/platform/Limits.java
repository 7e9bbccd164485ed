package org.yima.platform;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yima.securitypkg.Caller;

/**
 * Answer 14: who calls too often. A proven caller is counted by its access system. What cannot be
 * opened is counted by the address it came from, and by that alone, so that nobody is shut out for
 * what others send in his name or from behind the same address: a good message is always opened.
 * Beyond the limit a guesser is told nothing any more, neither who is registered nor how far he
 * came.
 */
@Component
final class Limits {
  private final RateLimit systems;
  private final RateLimit addresses;

  /**
   * The figures stand here and not in a file, so that whoever starts a server may bring others.
   *
   * @param calls a minute, of one access system
   * @param unopened messages a minute, from one address
   */
  Limits(
      @Value("${yima.limits.calls-per-minute:6000}") int calls,
      @Value("${yima.limits.unopened-per-minute:60}") int unopened,
      InstantSource clock) {
    this.systems = new RateLimit(calls, clock);
    this.addresses = new RateLimit(unopened, clock);
  }

  boolean allowsCall(Caller caller) {
    return systems.allows(caller.merchantcode() + '\n' + caller.infosyscode());
  }

  boolean allowsUnopened(String address) {
    return addresses.allows(address);
  }
}
