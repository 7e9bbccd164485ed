package org.yima.platform.institution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.store.StoreException;
import org.yima.securitypkg.Caller;
import org.yima.securitypkg.Callers;

/**
 * The registry in memory. Every few seconds a call looks whether its version has moved, and if so
 * it is read again as a whole; a party that is disabled or a certificate that is revoked therefore
 * stops working within that time on every server.
 */
@Component
public final class Registry implements Callers {
  private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Registrations registrations;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile RegistrySnapshot snapshot;
  private volatile Instant lookedAt;

  Registry(Registrations registrations, InstantSource clock) {
    this.registrations = registrations;
    this.clock = clock;
    this.snapshot = registrations.read();
    this.lookedAt = clock.instant();
  }

  @Override
  public @Nullable Caller find(String merchantcode, String infosyscode) {
    RegistrySnapshot.Registration found = current().find(merchantcode, infosyscode);
    return found == null ? null : found.caller();
  }

  /** Who a proven caller is. */
  public RegistrySnapshot.Registration registration(Caller caller) {
    RegistrySnapshot.Registration found =
        snapshot.find(caller.merchantcode(), caller.infosyscode());
    if (found == null) {
      throw new IllegalStateException("a caller left the registry while calling");
    }
    return found;
  }

  /** An institution by {@code hospcode}, for the decoding interface. */
  public Optional<Institution> institution(String hospcode) {
    return current().institution(hospcode);
  }

  /** Looks again now, for those who have just changed it. */
  public void refresh() {
    reading.lock();
    try {
      if (registrations.version() != snapshot.version()) {
        snapshot = registrations.read();
      }
      lookedAt = clock.instant();
    } finally {
      reading.unlock();
    }
  }

  private RegistrySnapshot current() {
    boolean stale = Duration.between(lookedAt, clock.instant()).compareTo(FRESH) > 0;
    if (stale && reading.tryLock()) {
      try {
        refresh();
      } catch (StoreException e) {
        // Who is known stays known; what they ask for will fail where it is answered.
        LOG.error("the registry cannot be read", e);
        lookedAt = clock.instant();
      } finally {
        reading.unlock();
      }
    }
    return snapshot;
  }
}
