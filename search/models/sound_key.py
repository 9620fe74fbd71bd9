"""Sound keys: how the words of the archive sound, for finding the one that was meant."""

from django.db import models


class SoundKey(models.Model):
    """A way to find a word by its sound (search/spelling/sounds.py).

    `weight` tells how much the archive says the word; names of the vocabulary weigh more.
    """

    key = models.CharField(max_length=200)
    word = models.CharField(max_length=50, db_index=True)
    weight = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("key", "word"), name="sound_key_once_per_word"),)

    def __str__(self) -> str:
        return f"{self.key} -> {self.word}"
