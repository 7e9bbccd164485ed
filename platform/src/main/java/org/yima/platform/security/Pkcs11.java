package org.yima.platform.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.function.Function;
import javax.crypto.Cipher;
import org.yima.securitypkg.KeyRingBuilder;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.RsaPrivateOperation;

/**
 * RSA keys in a PKCS#11 module: the private half is made there and never leaves it. The module
 * computes the bare operation (CKM_RSA_X_509) and nothing else; padding is checked on this side, as
 * for every other key.
 *
 * <p>SM2 is not among what this can do: PKCS#11 names no mechanism for it, and Java's provider
 * knows no such curve. Chinese modules offer it by GM/T 0018 instead, an interface of its own.
 */
public final class Pkcs11 {
  private final Provider module;
  private final KeyStore keys;

  private Pkcs11(Provider module, KeyStore keys) {
    this.module = module;
    this.keys = keys;
  }

  /**
   * Opens a module.
   *
   * @param library of its maker, such as {@code /usr/lib/softhsm/libsofthsm2.so}
   * @param slot its place in the module's list of slots, from 0
   * @throws IOException if the module cannot be opened, or the PIN is wrong
   */
  public static Pkcs11 open(Path library, int slot, char[] pin) throws IOException {
    try {
      Provider module =
          Security.getProvider("SunPKCS11")
              .configure(
                  "--name=yima%d\nlibrary=%s\nslotListIndex=%1$d\n".formatted(slot, library));
      KeyStore keys = KeyStore.getInstance("PKCS11", module);
      keys.load(null, pin);
      return new Pkcs11(module, keys);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException("PKCS#11 模块不能打开 the module cannot be opened: " + library, e);
    }
  }

  /** Adds every RSA key that has its certificate beside it. */
  public void addTo(KeyRingBuilder ring) throws IOException {
    try {
      for (String alias : Collections.list(keys.aliases())) {
        Certificate certificate = keys.getCertificate(alias);
        if (keys.isKeyEntry(alias) && certificate != null) {
          var key = (PrivateKey) keys.getKey(alias, null);
          ring.inModule(
              PartyCertificate.read(certificate.getEncoded()), operation(key, certificate));
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("PKCS#11 模块的密钥不能使用 a key of the module cannot be used", e);
    }
  }

  private RsaPrivateOperation operation(PrivateKey key, Certificate certificate) {
    int length = (((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength() + 7) / 8;
    return block -> {
      try {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding", module);
        cipher.init(Cipher.DECRYPT_MODE, key);
        return leftPadded(cipher.doFinal(block), length);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the module failed", e);
      }
    };
  }

  /** Some modules leave leading zeros out. */
  private static byte[] leftPadded(byte[] number, int length) {
    byte[] block = new byte[length];
    System.arraycopy(number, 0, block, length - number.length, number.length);
    return block;
  }

  /**
   * Makes an RSA key inside the module and keeps its certificate beside it.
   *
   * @param label under which the module shows it
   * @param certify makes the certificate of a public key in DER
   */
  public PartyCertificate make(String label, int bits, Function<byte[], PartyCertificate> certify)
      throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", module);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      PartyCertificate certificate = certify.apply(pair.getPublic().getEncoded());
      keys.setKeyEntry(label, pair.getPrivate(), null, new Certificate[] {x509(certificate)});
      return certificate;
    } catch (GeneralSecurityException e) {
      throw new IOException("PKCS#11 模块不能生成密钥 the module makes no key", e);
    }
  }

  private static X509Certificate x509(PartyCertificate certificate)
      throws GeneralSecurityException {
    var factory = java.security.cert.CertificateFactory.getInstance("X.509");
    return (X509Certificate)
        factory.generateCertificate(new java.io.ByteArrayInputStream(certificate.der()));
  }

  /** Whether the module says that it can do this, by Java's name of the algorithm. */
  boolean offers(String type, String algorithm) {
    return module.getService(type, algorithm) != null;
  }
}
