package org.yima.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files and folders as somebody names them. */
final class Named {

  private Named() {}

  /** What is named must be there. */
  static void require(CommandLine called, @Nullable Path path) {
    if (path != null && !Files.exists(path)) {
      throw new ParameterException(called, "没有这个文件或文件夹 (no such file or folder): " + path);
    }
  }
}
