package org.yima.securitypkg;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;

/**
 * A small certification authority, for the sandbox, for tests, and for schemes that run their own.
 * It makes keys together with their certificates.
 */
public final class CertificateIssuer {
  private static final int SERIAL_BITS = 64;

  private final CertifiedKey authority;
  private final SecureRandom random;

  /**
   * Continues with an authority that was made before and kept.
   *
   * @param authority its key and self-signed certificate
   * @param random of cryptographic quality
   */
  public CertificateIssuer(CertifiedKey authority, SecureRandom random) {
    this.authority = authority;
    this.random = random;
  }

  /**
   * Makes a new authority with a self-signed certificate.
   *
   * @param name its common name
   * @param random of cryptographic quality
   */
  public static CertificateIssuer selfSigned(
      String name, KeyKind kind, Instant notBefore, Instant notAfter, SecureRandom random) {
    FreshKeyPair pair = FreshKeyPair.of(kind, random);
    X509v3CertificateBuilder certificate =
        new X509v3CertificateBuilder(
            named(name),
            new BigInteger(SERIAL_BITS, random),
            Date.from(notBefore),
            Date.from(notAfter),
            named(name),
            pair.publicKey());
    int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    extend(certificate, new BasicConstraints(true), usage);
    identify(certificate, pair.publicKey(), pair.publicKey());
    PartyCertificate signed = signed(certificate, pair.privateKey(), random);
    return new CertificateIssuer(new CertifiedKey(pair.privateKey(), signed), random);
  }

  /** The authority's own key and certificate, to be kept if it is to issue more later. */
  public CertifiedKey authority() {
    return authority;
  }

  /**
   * Makes a key and its certificate.
   *
   * @param party the code of the party: merchant code, access system code, or the platform's
   */
  public CertifiedKey issue(
      String party, KeyKind kind, KeyUse use, Instant notBefore, Instant notAfter) {
    FreshKeyPair pair = FreshKeyPair.of(kind, random);
    return new CertifiedKey(
        pair.privateKey(), certify(party, pair.publicKey(), use, notBefore, notAfter));
  }

  /**
   * Certifies a key that was made elsewhere, as in a hardware module.
   *
   * @param publicKey in DER, a SubjectPublicKeyInfo as {@code PublicKey.getEncoded()} gives it
   */
  public PartyCertificate certify(
      String party, byte[] publicKey, KeyUse use, Instant notBefore, Instant notAfter) {
    return certify(party, SubjectPublicKeyInfo.getInstance(publicKey), use, notBefore, notAfter);
  }

  private PartyCertificate certify(
      String party, SubjectPublicKeyInfo key, KeyUse use, Instant notBefore, Instant notAfter) {
    X509v3CertificateBuilder certificate =
        new X509v3CertificateBuilder(
            authority.certificate().holder().getSubject(),
            new BigInteger(SERIAL_BITS, random),
            Date.from(notBefore),
            Date.from(notAfter),
            named(party),
            key);
    extend(certificate, new BasicConstraints(false), use.bits());
    identify(certificate, key, authority.certificate().holder().getSubjectPublicKeyInfo());
    return signed(certificate, authority.privateKey(), random);
  }

  private static X500Name named(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  private static void extend(
      X509v3CertificateBuilder certificate, BasicConstraints constraints, int usage) {
    try {
      certificate.addExtension(Extension.basicConstraints, true, constraints);
      certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    } catch (CertIOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  /** Names the two keys, so that others find the issuer by its key when it has several. */
  private static void identify(
      X509v3CertificateBuilder certificate,
      SubjectPublicKeyInfo subject,
      SubjectPublicKeyInfo issuer) {
    BcX509ExtensionUtils names = new BcX509ExtensionUtils();
    try {
      certificate.addExtension(
          Extension.subjectKeyIdentifier, false, names.createSubjectKeyIdentifier(subject));
      certificate.addExtension(
          Extension.authorityKeyIdentifier, false, names.createAuthorityKeyIdentifier(issuer));
    } catch (CertIOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private static PartyCertificate signed(
      X509v3CertificateBuilder certificate, PrivateKeyInfo issuer, SecureRandom random) {
    PrivateSide key = CertifiedKey.open(issuer, random, RsaPrivateOperation.Factory.jdk());
    Suite suite = key instanceof Sm2PrivateSide ? Suite.SM : Suite.RSA;
    return new PartyCertificate(certificate.build(new Signer(key, suite)));
  }

  /** Lets BouncyCastle's certificate builder sign with our own signers. */
  private static final class Signer implements ContentSigner {
    private final PrivateSide key;
    private final Suite suite;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Signer(PrivateSide key, Suite suite) {
      this.key = key;
      this.suite = suite;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return suite == Suite.SM
          ? new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3)
          : new AlgorithmIdentifier(
              PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public byte[] getSignature() {
      return key.sign(suite, content.toByteArray());
    }
  }
}
