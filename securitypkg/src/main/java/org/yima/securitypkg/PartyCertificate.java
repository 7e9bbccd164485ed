package org.yima.securitypkg;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate of a party: an institution, an access system, or the platform. The party's
 * code is the subject's common name (CN). Immutable; used by many threads at once.
 */
public final class PartyCertificate {
  private static final int[] SIGNING = {KeyUsage.digitalSignature, KeyUsage.nonRepudiation};
  private static final int[] ENCRYPTION = {
    KeyUsage.keyEncipherment, KeyUsage.dataEncipherment, KeyUsage.keyAgreement
  };

  private final X509CertificateHolder holder;
  private final String party;
  private final PublicSide key;

  // Kept, because reading them out of the encoding again for every message is slow.
  private final String certid;
  private final Instant notBefore;
  private final Instant notAfter;
  private final boolean forSigning;
  private final boolean forEncryption;

  PartyCertificate(X509CertificateHolder holder) {
    this.holder = holder;
    RDN[] names = holder.getSubject().getRDNs(BCStyle.CN);
    if (names.length != 1) {
      throw new IllegalArgumentException(
          "certificate " + holder.getSerialNumber() + " must have one CN, the party's code");
    }
    this.party = IETFUtils.valueToString(names[0].getFirst().getValue());
    this.key = PublicSide.of(holder.getSubjectPublicKeyInfo());
    this.certid = holder.getSerialNumber().toString();
    this.notBefore = holder.getNotBefore().toInstant();
    this.notAfter = holder.getNotAfter().toInstant();
    this.forSigning = allows(holder, SIGNING);
    this.forEncryption = allows(holder, ENCRYPTION);
  }

  /**
   * Reads a certificate file.
   *
   * @param file DER, or PEM beginning with {@code -----BEGIN CERTIFICATE-----}
   * @throws IllegalArgumentException saying what is wrong, if it is no certificate, has no CN, or
   *     its key is neither SM2 nor RSA of at least 1024 bits
   */
  public static PartyCertificate read(byte[] file) {
    try {
      byte[] der = file;
      if (file.length > 0 && file[0] == '-') {
        der = ofPem(new String(file, StandardCharsets.US_ASCII));
      }
      return new PartyCertificate(new X509CertificateHolder(der));
    } catch (IOException e) {
      throw new IllegalArgumentException("not an X.509 certificate in DER or PEM", e);
    }
  }

  private static byte[] ofPem(String text) throws IOException {
    try (PemReader reader = new PemReader(new StringReader(text))) {
      PemObject pem = reader.readPemObject();
      if (pem == null || !pem.getType().equals("CERTIFICATE")) {
        throw new IOException("no certificate in the PEM file");
      }
      return pem.getContent();
    }
  }

  /** The serial number in decimal, as {@code certid} carries it. */
  public String certid() {
    return certid;
  }

  /** The code of the party that the certificate is made out to. */
  public String party() {
    return party;
  }

  /** The first moment at which it is valid. */
  public Instant notBefore() {
    return notBefore;
  }

  /** The last moment at which it is valid. */
  public Instant notAfter() {
    return notAfter;
  }

  /** The kind and size of its key, such as {@code SM2} or {@code RSA 2048}. */
  public String algorithm() {
    return key.described();
  }

  /** Whether its key is of the suite's kind and long enough for it. */
  public boolean fits(Suite suite) {
    return key.fits(suite);
  }

  /**
   * Whether its key has made this signature; false also for bytes that are no signature at all. It
   * says nothing about whether the certificate is to be believed, or still holds.
   */
  public boolean verifies(Suite suite, byte[] message, byte[] signature) {
    return key.fits(suite) && key.verifies(suite, message, signature);
  }

  /** Whether it may be used to check signatures; true when the certificate does not say. */
  public boolean isForSigning() {
    return forSigning;
  }

  /** Whether it may be encrypted to; true when the certificate does not say. */
  public boolean isForEncryption() {
    return forEncryption;
  }

  private static boolean allows(X509CertificateHolder holder, int... usages) {
    KeyUsage said =
        holder.getExtensions() == null ? null : KeyUsage.fromExtensions(holder.getExtensions());
    return said == null || Arrays.stream(usages).anyMatch(said::hasUsages);
  }

  boolean isValidAt(Instant moment) {
    return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
  }

  PublicSide key() {
    return key;
  }

  X509CertificateHolder holder() {
    return holder;
  }

  /** The certificate in DER. */
  public byte[] der() {
    try {
      return holder.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  /** The certificate as a PEM file. */
  public String pem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(der())
        + "\n-----END CERTIFICATE-----\n";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartyCertificate && holder.equals(((PartyCertificate) other).holder);
  }

  @Override
  public int hashCode() {
    return holder.hashCode();
  }

  @Override
  public String toString() {
    return "certificate " + certid() + " of " + party + " (" + algorithm() + ")";
  }
}
