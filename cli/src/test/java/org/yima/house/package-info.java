/**
 * Tests of the house itself rather than of what it does: style, direction of dependencies, links in
 * the documents, the launcher. They read the whole repository, which is why they stand in the last
 * module to be built.
 */
package org.yima.house;
