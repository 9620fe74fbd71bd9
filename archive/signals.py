"""What the archive tells the rest of the program."""

from django.dispatch import Signal

# Sent inside the transaction of the change, with `ids`: the primary keys of articles whose row, place,
# programmes or people were added, changed or removed; the sender is the model that changed, Article where
# the text may have. The archive does not know who listens.
articles_changed = Signal()
