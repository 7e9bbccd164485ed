package org.yima.securitypkg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All certificates of one party, of which several may be valid at once, so that one can follow
 * another without a gap. Immutable; keep it as long as the registration does not change, because
 * the keys inside are set up for speed when first used.
 */
public final class PartyCertificates {
  private final String party;
  private final List<PartyCertificate> newestFirst;

  private PartyCertificates(String party, List<PartyCertificate> newestFirst) {
    this.party = party;
    this.newestFirst = newestFirst;
  }

  /**
   * The certificates of a party.
   *
   * @param party its code: merchant code, access system code, or the platform's
   * @throws IllegalArgumentException if a certificate is made out to somebody else
   */
  public static PartyCertificates of(String party, Collection<PartyCertificate> certificates) {
    List<PartyCertificate> sorted = new ArrayList<>(certificates);
    for (PartyCertificate certificate : sorted) {
      if (!certificate.party().equals(party)) {
        throw new IllegalArgumentException(certificate + " is not made out to " + party);
      }
    }
    sorted.sort(Comparator.comparing(PartyCertificate::notBefore).reversed());
    return new PartyCertificates(party, Collections.unmodifiableList(sorted));
  }

  /** The same without those whose numbers are named. */
  public PartyCertificates revoked(Set<String> certids) {
    return new PartyCertificates(
        party,
        newestFirst.stream()
            .filter(certificate -> !certids.contains(certificate.certid()))
            .collect(Collectors.toList()));
  }

  /** The code of the party. */
  public String party() {
    return party;
  }

  /** Those that are valid now and will no longer be in so many days, soonest first. */
  public List<PartyCertificate> expiringWithin(int days, Instant now) {
    Instant horizon = now.plus(Duration.ofDays(days));
    return newestFirst.stream()
        .filter(certificate -> certificate.isValidAt(now) && !certificate.isValidAt(horizon))
        .sorted(Comparator.comparing(PartyCertificate::notAfter))
        .collect(Collectors.toList());
  }

  /**
   * Whether the signature is by this party: by the certificate that {@code certid} names, or, if
   * none is named, by any that is valid now.
   */
  boolean verifies(
      Suite suite, byte[] message, byte[] signature, @Nullable String certid, Instant now) {
    for (PartyCertificate certificate : newestFirst) {
      if (isUsable(certificate, suite, now)
          && certificate.isForSigning()
          && (certid == null || certid.equals(certificate.certid()))
          && certificate.key().verifies(suite, message, signature)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where to encrypt to: the one named if it is for encryption. A party that signs with one key and
   * is encrypted to with another names the one it signs with; then it is the newest that is not
   * newer than that, so that a successor entered in advance is not used before its owner uses its
   * pair. Else the newest that is for encryption.
   */
  @Nullable PartyCertificate forEncryption(Suite suite, @Nullable String certid, Instant now) {
    Instant named = null;
    for (PartyCertificate certificate : newestFirst) {
      if (certificate.certid().equals(certid)) {
        named = certificate.notBefore();
      }
    }
    PartyCertificate newest = null;
    PartyCertificate paired = null;
    for (PartyCertificate certificate : newestFirst) {
      if (isUsable(certificate, suite, now) && certificate.isForEncryption()) {
        if (certificate.certid().equals(certid)) {
          return certificate;
        }
        newest = newest == null ? certificate : newest;
        boolean older = named != null && !certificate.notBefore().isAfter(named);
        paired = paired == null && older ? certificate : paired;
      }
    }
    return paired == null ? newest : paired;
  }

  private static boolean isUsable(PartyCertificate certificate, Suite suite, Instant now) {
    return certificate.fits(suite) && certificate.isValidAt(now);
  }

  @Override
  public String toString() {
    return newestFirst.size() + " certificates of " + party;
  }
}
