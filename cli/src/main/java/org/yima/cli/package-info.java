/**
 * The {@code yima} command: reads arguments, calls the other modules, prints for people. Owns the
 * wording and the exit codes; hides nothing that another program should build on.
 */
package org.yima.cli;
