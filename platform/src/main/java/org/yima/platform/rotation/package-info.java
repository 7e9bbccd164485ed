/**
 * Re-encrypts columns in the background after a new version of the column keys was activated. Owns
 * the list of encrypted columns of all tables, since nobody else needs to see them together.
 */
package org.yima.platform.rotation;
