//! Islands: small interactive parts. Every task works without them; each says on its first line
//! what happens then.
