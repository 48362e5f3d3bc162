"""What a page of the old site leaves behind when its text is copied, in the languages it was published in."""

# Labels above a row of share buttons: WordPress themes and Jetpack ("Share this").
SHARE = {
    "en": ("Share", "Share this"),
    "it": ("Condividi", "Condividi su"),
    "vi": ("Chia sẻ", "Chia sẻ bài viết"),
}

# The link at the foot of a mobile page; the English words are those of the WordPress plugin AMP.
MOBILE = {
    "en": ("Exit mobile version",),
    "it": ("Esci dalla versione mobile", "Uscire dalla versione mobile"),
    "vi": ("Thoát phiên bản di động", "Thoát khỏi phiên bản di động"),
}

# Bullets as they are pasted from a page; `-`, `*` and `+` count only where a space follows them.
BULLETS = "•‣◦●▪"
ASCII_BULLETS = "-*+"
