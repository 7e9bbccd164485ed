package org.yima.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of encrypted columns, by version. During a rotation several versions are here: the
 * active one writes, all of them read.
 */
public interface ColumnKeys {
  /** One version: 16 bytes for SM4 and 32 bytes for HMAC-SM3. */
  final class Pair {
    private final byte[] cipher;
    private final byte[] digest;

    public Pair(byte[] cipher, byte[] digest) {
      if (cipher.length != 16 || digest.length != 32) {
        throw new IllegalArgumentException("column keys have 16 and 32 bytes");
      }
      this.cipher = cipher.clone();
      this.digest = digest.clone();
    }

    byte[] cipher() {
      return cipher;
    }

    byte[] digest() {
      return digest;
    }
  }

  /** Versions 1 to 255, the newest last. Never empty. */
  SortedMap<Integer, Pair> versions();

  /** Reads entries {@code cipher-N} and {@code digest-N} of a PKCS#12 file. */
  static ColumnKeys fromPkcs12(Path file, char[] password) {
    SortedMap<Integer, Pair> versions = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      for (String alias : Collections.list(store.aliases())) {
        if (alias.startsWith("cipher-")) {
          int version = Integer.parseInt(alias.substring("cipher-".length()));
          versions.put(
              version,
              new Pair(
                  secret(store, alias, password), secret(store, "digest-" + version, password)));
        }
      }
    } catch (NoSuchFileException e) {
      throw new IllegalStateException(
          "没有列密钥文件，用 keys columns make 新建 no file of column keys: " + file.getFileName(), e);
    } catch (IOException | GeneralSecurityException | NumberFormatException e) {
      throw new IllegalStateException(
          "列密钥文件不能读取，请核对口令与文件 column keys cannot be read, check password and file: "
              + file.getFileName(),
          e);
    }
    if (versions.isEmpty()) {
      throw new IllegalStateException("列密钥文件没有密钥 no column keys in " + file.getFileName());
    }
    return () -> versions;
  }

  private static byte[] secret(KeyStore store, String alias, char[] password)
      throws GeneralSecurityException {
    Key key = store.getKey(alias, password);
    if (key == null) {
      throw new GeneralSecurityException("no key " + alias);
    }
    return key.getEncoded();
  }

  /** Writes a new PKCS#12 file with version 1. */
  static void createPkcs12(Path file, char[] password, SecureRandom random) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var protection = new KeyStore.PasswordProtection(password);
      store.setEntry("cipher-1", entry(random, 16), protection);
      store.setEntry("digest-1", entry(random, 32), protection);
      if (isPosix(file)) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      }
      try (var out = Files.newOutputStream(file)) {
        store.store(out, password);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("列密钥文件不能写入 cannot write " + file.getFileName(), e);
    }
  }

  /**
   * Adds the next version to a PKCS#12 file: a new file is written beside it and takes its place.
   * Nothing is written with it before it is activated, so that every server can get the file first.
   *
   * @return the new version
   */
  static int addVersion(Path file, char[] password, SecureRandom random) {
    int version = fromPkcs12(file, password).versions().lastKey() + 1;
    if (version > 255) {
      throw new IllegalStateException("列密钥版本已用尽 no version is left after 255");
    }
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      var protection = new KeyStore.PasswordProtection(password);
      store.setEntry("cipher-" + version, entry(random, 16), protection);
      store.setEntry("digest-" + version, entry(random, 32), protection);
      Files.deleteIfExists(next);
      if (isPosix(file)) {
        belongsAs(file, next);
      }
      try (var out = Files.newOutputStream(next)) {
        store.store(out, password);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      return version;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("列密钥文件不能写入 cannot write " + file.getFileName(), e);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Makes an empty file that the same users can read, the server's own among them, and no more. */
  private static void belongsAs(Path file, Path next) throws IOException {
    var permissions = Files.getPosixFilePermissions(file);
    Files.createFile(next, PosixFilePermissions.asFileAttribute(permissions));
    Files.setOwner(next, Files.getOwner(file));
    Files.getFileAttributeView(next, PosixFileAttributeView.class)
        .setGroup(Files.readAttributes(file, PosixFileAttributes.class).group());
  }

  /** The file's format has no name for SM4 and SM3; AES is the name for any 16 or 32 bytes. */
  private static KeyStore.SecretKeyEntry entry(SecureRandom random, int length) {
    byte[] key = new byte[length];
    random.nextBytes(key);
    return new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES"));
  }
}
