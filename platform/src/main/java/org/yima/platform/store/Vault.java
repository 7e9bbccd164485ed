package org.yima.platform.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts what the law calls sensitive before it reaches the database, and makes the keyed digests
 * by which it is found again.
 *
 * <p>A sealed value is one byte of key version, 12 bytes of nonce, the SM4-GCM ciphertext and 16
 * bytes of tag. The name of the column is authenticated with it, so a value copied into another
 * column does not open. A digest is the key version and 32 bytes of HMAC-SM3.
 */
public final class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final ColumnKeys keys;
  private final SecureRandom random;
  private volatile int active;

  /** A vault that writes with the newest key, until {@link #writeWith} says otherwise. */
  public Vault(ColumnKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
    this.active = keys.versions().lastKey();
  }

  /**
   * From now on writes, and makes digests, with the keys of this version; everything else is still
   * read.
   *
   * @throws IllegalStateException if there is no such key
   */
  public void writeWith(int version) {
    pair(version);
    active = version;
  }

  /** The version that is written with. */
  public int active() {
    return active;
  }

  /** The version of the key under which a value was sealed, or a digest made. */
  public static int versionOf(byte[] value) {
    return value[0] & 0xff;
  }

  /** Seals a text for one column, such as {@code person.name}. */
  public byte[] seal(String column, String text) {
    return sealBytes(column, text.getBytes(StandardCharsets.UTF_8));
  }

  public String open(String column, byte[] sealed) {
    return new String(openBytes(column, sealed), StandardCharsets.UTF_8);
  }

  public byte[] sealBytes(String column, byte[] plain) {
    int version = active;
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var cipher = cipher(true, version, nonce, column);
    byte[] out = new byte[1 + NONCE + cipher.getOutputSize(plain.length)];
    out[0] = (byte) version;
    System.arraycopy(nonce, 0, out, 1, NONCE);
    int done = cipher.processBytes(plain, 0, plain.length, out, 1 + NONCE);
    finish(cipher, out, 1 + NONCE + done);
    return out;
  }

  public byte[] openBytes(String column, byte[] sealed) {
    if (sealed.length < 1 + NONCE + TAG_BITS / 8) {
      throw new IllegalStateException("a sealed column is cut off");
    }
    int version = versionOf(sealed);
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    var cipher = cipher(false, version, nonce, column);
    int length = sealed.length - 1 - NONCE;
    byte[] out = new byte[cipher.getOutputSize(length)];
    int done = cipher.processBytes(sealed, 1 + NONCE, length, out, 0);
    finish(cipher, out, done);
    return out;
  }

  /**
   * A keyed digest to look a value up by.
   *
   * @param purpose keeps digests of different columns apart, such as {@code person.id}
   */
  public byte[] digest(String purpose, byte[] value) {
    return digest(active, purpose, value);
  }

  private byte[] digest(int version, String purpose, byte[] value) {
    var mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(pair(version).digest()));
    byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
    mac.update(label, 0, label.length);
    mac.update((byte) 0);
    mac.update(value, 0, value.length);
    byte[] out = new byte[1 + mac.getMacSize()];
    out[0] = (byte) version;
    mac.doFinal(out, 1);
    return out;
  }

  public byte[] digest(String purpose, String value) {
    return digest(purpose, value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The digests of a value under every key there is, to look it up by: during a rotation some rows
   * have one and some another.
   */
  public byte[][] digests(String purpose, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return keys.versions().keySet().stream()
        .map(version -> digest(version, purpose, bytes))
        .toArray(byte[][]::new);
  }

  /** Whether this is the digest of a value, under whichever key it was made. */
  public boolean isDigest(byte[] digest, String purpose, byte[] value) {
    return knows(digest)
        && MessageDigest.isEqual(digest, digest(versionOf(digest), purpose, value));
  }

  /** Whether the key is here with which this was sealed, or of which it is a digest. */
  public boolean knows(byte[] value) {
    return value.length > 0 && keys.versions().containsKey(versionOf(value));
  }

  private GCMBlockCipher cipher(boolean encrypt, int version, byte[] nonce, String column) {
    var cipher = (GCMBlockCipher) GCMBlockCipher.newInstance(new SM4Engine());
    byte[] context = column.getBytes(StandardCharsets.UTF_8);
    var key = new KeyParameter(pair(version).cipher());
    cipher.init(encrypt, new AEADParameters(key, TAG_BITS, nonce, context));
    return cipher;
  }

  private static void finish(GCMBlockCipher cipher, byte[] out, int at) {
    try {
      cipher.doFinal(out, at);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("a sealed column does not open: changed, or of another key");
    }
  }

  private ColumnKeys.Pair pair(int version) {
    ColumnKeys.Pair pair = keys.versions().get(version);
    if (pair == null) {
      throw new IllegalStateException(
          "列密钥文件没有版本 %1$d，请换上含该版本的文件 no column key of version %1$d in the file".formatted(version));
    }
    return pair;
  }
}
