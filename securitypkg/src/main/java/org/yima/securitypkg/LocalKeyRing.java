package org.yima.securitypkg;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key ring in this process's memory. */
final class LocalKeyRing implements KeyRing {
  /** A private key beside its certificate. */
  static final class Entry implements SigningKey {
    private final PartyCertificate certificate;
    private final PrivateSide key;

    Entry(PartyCertificate certificate, PrivateSide key) {
      this.certificate = certificate;
      this.key = key;
    }

    @Override
    public String certid() {
      return certificate.certid();
    }

    @Override
    public byte[] sign(Suite suite, byte[] message) {
      return key.sign(suite, message);
    }
  }

  private final Clock clock;
  private final List<Entry> newestFirst;

  LocalKeyRing(Clock clock, List<Entry> entries) {
    this.clock = clock;
    this.newestFirst = new ArrayList<>(entries);
    newestFirst.sort(
        Comparator.comparing((Entry entry) -> entry.certificate.notBefore()).reversed());
  }

  @Override
  public @Nullable SigningKey signingKey(Suite suite) {
    Instant now = clock.instant();
    for (Entry entry : newestFirst) {
      if (isUsable(entry, suite, now) && entry.certificate.isForSigning()) {
        return entry;
      }
    }
    return null;
  }

  @Override
  public List<byte[]> unwrap(Suite suite, @Nullable String certid, byte[] wrapped) {
    Instant now = clock.instant();
    List<byte[]> contentKeys = new ArrayList<>();
    for (Entry entry : newestFirst) {
      if (isUsable(entry, suite, now)
          && entry.certificate.isForEncryption()
          && (certid == null || certid.equals(entry.certid()))) {
        contentKeys.add(entry.key.unwrap(suite, wrapped));
      }
    }
    return contentKeys;
  }

  private static boolean isUsable(Entry entry, Suite suite, Instant now) {
    return entry.certificate.fits(suite) && entry.certificate.isValidAt(now);
  }

  @Override
  public List<PartyCertificate> certificates() {
    return newestFirst.stream().map(entry -> entry.certificate).collect(Collectors.toList());
  }

  @Override
  public String toString() {
    return "key ring with " + certificates();
  }
}
