"""Accounts in the admin: an administrator manages people, and cannot make anyone more than an administrator."""

from axes.utils import reset
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts; only a superuser touches superusers and single permissions."""

    actions = ("lift_lock",)

    @admin.action(permissions=["change"], description=gettext_lazy("解除登录限制"))
    def lift_lock(self, request: HttpRequest, accounts: QuerySet[User]) -> None:
        """Forget the wrong passwords of these accounts, from whatever address, so that they can log in at once."""
        for account in accounts:
            if self.has_change_permission(request, account):
                reset(username=account.get_username())
                messages.success(request, _("“%(name)s”的登录限制解除了。") % {"name": account.get_username()})

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Keep what would lift an account above the groups."""
        return () if request.user.is_superuser else ("is_superuser", "user_permissions")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Keep a superuser's account, and its password, from everybody else."""
        if obj and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Keep a superuser's account from everybody else."""
        if obj and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_delete_permission(request, obj)
