package org.yima.securitypkg;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.io.Streams;

/**
 * PKCS#12 files with RSA and SM2 keys, as {@code openssl pkcs12} writes and reads them. The JDK's
 * own key store cannot hold SM2 keys. BouncyCastle's provider is used as an object, not registered:
 * what other parts of the process do stays as it was.
 */
public final class KeyFile {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final int ITERATIONS = 20_000;
  private static final int LARGEST_FILE = 1 << 20;
  private static final AlgorithmIdentifier HMAC_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

  private KeyFile() {}

  /**
   * Reads all keys of a file that have their certificate in it.
   *
   * @throws IOException saying what is wrong with the file or the password
   */
  public static List<CertifiedKey> read(InputStream file, char[] password) throws IOException {
    List<PrivateKeyInfo> keys = new ArrayList<>();
    List<X509CertificateHolder> certificates = new ArrayList<>();
    try {
      for (PKCS12SafeBag bag : bags(file, password)) {
        Object value = bag.getBagValue();
        if (value instanceof X509CertificateHolder) {
          certificates.add((X509CertificateHolder) value);
        } else if (value instanceof PrivateKeyInfo) {
          keys.add((PrivateKeyInfo) value);
        } else if (value instanceof PKCS8EncryptedPrivateKeyInfo) {
          keys.add(
              ((PKCS8EncryptedPrivateKeyInfo) value).decryptPrivateKeyInfo(decryptor(password)));
        }
      }
      return matched(keys, certificates);
    } catch (PKCSException | RuntimeException e) {
      throw new IOException("not a PKCS#12 file with RSA or SM2 keys: " + e.getMessage(), e);
    }
  }

  private static List<PKCS12SafeBag> bags(InputStream file, char[] password)
      throws IOException, PKCSException {
    PKCS12PfxPdu pfx = new PKCS12PfxPdu(Streams.readAllLimited(file, LARGEST_FILE));
    JcePKCS12MacCalculatorBuilderProvider macs =
        new JcePKCS12MacCalculatorBuilderProvider().setProvider(PROVIDER);
    if (!pfx.hasMac() || !pfx.isMacValid(macs, password)) {
      throw new IOException("the password is wrong, or the file is damaged or has no MAC");
    }
    List<PKCS12SafeBag> bags = new ArrayList<>();
    for (ContentInfo content : pfx.getContentInfos()) {
      boolean encrypted = content.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
      PKCS12SafeBagFactory factory =
          encrypted
              ? new PKCS12SafeBagFactory(content, decryptor(password))
              : new PKCS12SafeBagFactory(content);
      Collections.addAll(bags, factory.getSafeBags());
    }
    return bags;
  }

  private static InputDecryptorProvider decryptor(char[] password) {
    return new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(PROVIDER).build(password);
  }

  /** By the key itself, not by the file's labels: two certificates may be of one key. */
  private static List<CertifiedKey> matched(
      List<PrivateKeyInfo> keys, List<X509CertificateHolder> certificates) throws IOException {
    List<CertifiedKey> matched = new ArrayList<>();
    for (PrivateKeyInfo key : keys) {
      for (X509CertificateHolder certificate : certificates) {
        if (CertifiedKey.matches(key, certificate.getSubjectPublicKeyInfo())) {
          matched.add(new CertifiedKey(key, new PartyCertificate(certificate)));
        }
      }
    }
    if (matched.isEmpty()) {
      throw new IOException("no private key together with its certificate in the file");
    }
    return matched;
  }

  /**
   * Writes keys and certificates into one file: AES-256, PBKDF2 and a MAC with SHA-256.
   *
   * @param random of cryptographic quality
   * @return the file
   */
  public static byte[] write(List<CertifiedKey> keys, char[] password, SecureRandom random) {
    try {
      PKCS12PfxPduBuilder pfx = new PKCS12PfxPduBuilder();
      List<PKCS12SafeBag> certificates = new ArrayList<>();
      for (CertifiedKey key : keys) {
        PKCS12SafeBagBuilder bag =
            new PKCS12SafeBagBuilder(key.privateKey(), encryptor(password, random));
        pfx.addData(labelled(bag, key.certificate()));
        PKCS12SafeBagBuilder certificate = new PKCS12SafeBagBuilder(key.certificate().holder());
        certificates.add(labelled(certificate, key.certificate()));
      }
      pfx.addEncryptedData(encryptor(password, random), certificates.toArray(new PKCS12SafeBag[0]));
      JcePKCS12MacCalculatorBuilder mac =
          new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
              .setProvider(PROVIDER)
              .setIterationCount(ITERATIONS);
      return pfx.build(mac, password).getEncoded();
    } catch (IOException | OperatorCreationException | PKCSException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private static OutputEncryptor encryptor(char[] password, SecureRandom random)
      throws OperatorCreationException {
    return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
        .setProvider(PROVIDER)
        .setPRF(HMAC_SHA256)
        .setIterationCount(ITERATIONS)
        .setRandom(random)
        .build(password);
  }

  /** By these labels other programs know which certificate is which key's. */
  private static PKCS12SafeBag labelled(PKCS12SafeBagBuilder bag, PartyCertificate certificate) {
    String name = certificate.party() + " " + certificate.certid();
    byte[] id = Sha.of("SHA-1", certificate.der());
    return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name))
        .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(id))
        .build();
  }
}
